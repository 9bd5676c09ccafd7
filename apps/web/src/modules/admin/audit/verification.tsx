import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { AuditVerification } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { useVerifyAudit } from './use-audit.ts'
import styles from './verification.module.css'

/** Checks the chain on demand and says in one sentence whether it holds. */
export function Verification({ store }: { store: string }) {
  const t = useStrings(strings)
  const verify = useVerifyAudit(store)
  return (
    <div className={styles.verification} aria-live="polite">
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={verify.isFetching}
        onClick={() => void verify.refetch()}
      >
        {t.verify}
      </Button>
      {verify.isError && <Problem compact error={verify.error} />}
      {verify.data && !verify.isFetching && <Verdict verification={verify.data} />}
    </div>
  )
}

function Verdict({ verification }: { verification: AuditVerification }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (verification.intact) return <Alert type="success" showIcon title={t.intact(format.count(verification.checked))} />
  const sequence = verification.firstBroken === null ? '?' : format.count(verification.firstBroken)
  return <Alert type="error" showIcon title={t.broken(sequence)} description={t.brokenHint} />
}
