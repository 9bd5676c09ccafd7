import { Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type ImportDraft, PERMISSION_BASES } from './import-draft.ts'
import { jobStrings } from './job-strings.ts'
import styles from './provenance-form.module.css'
import { reviewStrings } from './review-strings.ts'

const SOURCE_LENGTH_MAX = 200

type Props = { draft: ImportDraft; onChange: (draft: ImportDraft) => void }

/** Where the files come from and why they may be used; kept with every figure that comes out of them. */
export function ProvenanceForm({ draft, onChange }: Props) {
  const t = useStrings(reviewStrings)
  const words = useStrings(jobStrings)
  const [sourceId, basisId] = [useId(), useId()]
  return (
    <Card title={words.provenance}>
      <div className={styles.fields}>
        <div>
          <label htmlFor={sourceId}>{t.source}</label>
          <Input
            id={sourceId}
            value={draft.source}
            maxLength={SOURCE_LENGTH_MAX}
            placeholder={t.sourcePlaceholder}
            onChange={(event) => onChange({ ...draft, source: event.target.value })}
          />
          <p className={styles.hint}>{t.sourceHint}</p>
        </div>
        <div>
          <label htmlFor={basisId}>{words.basis}</label>
          <Select
            id={basisId}
            className={styles.basis ?? ''}
            value={draft.permissionBasis}
            onChange={(permissionBasis) => onChange({ ...draft, permissionBasis })}
            options={PERMISSION_BASES.map((basis) => ({ value: basis, label: words[`basis_${basis}`] }))}
          />
          <p className={styles.hint}>{t.basisHint}</p>
        </div>
      </div>
      <Checkbox
        checked={draft.saveMapping}
        onChange={(event) => onChange({ ...draft, saveMapping: event.target.checked })}
      >
        {t.saveMapping}
      </Checkbox>
    </Card>
  )
}
