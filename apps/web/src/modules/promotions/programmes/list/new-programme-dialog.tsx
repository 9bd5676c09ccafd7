import type { ProgrammeKind } from '@zhanggui/contract'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { NameIdFields } from '../../name-id-fields.tsx'
import { ProblemList } from '../fields/problem-list.tsx'
import { startValues } from '../fields/start-values.ts'
import { ValueFields } from '../fields/value-fields.tsx'
import { strings } from '../strings.ts'
import { useCreateProgramme, useKinds } from '../use-programmes.ts'
import styles from './new-programme-dialog.module.css'

type Values = { name: string; id: string }
type Props = { onClose: () => void; onMade: (id: string) => void }

/** Kind first; its terms start from sound ones. What the server refuses is said with every reason. */
export function NewProgrammeDialog({ onClose, onMade }: Props) {
  const kinds = useKinds(useStoreId()).data
  const [first] = kinds ?? []
  return kinds && first ? <Filled kinds={kinds} first={first} onClose={onClose} onMade={onMade} /> : null
}

function Filled({ kinds, first, onClose, onMade }: Props & { kinds: readonly ProgrammeKind[]; first: ProgrammeKind }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const create = useCreateProgramme(useStoreId())
  const [kind, setKind] = useState(first)
  const [terms, setTerms] = useState(() => startValues(first.terms, first.start))
  const choose = (id: string) => {
    const chosen = kinds.find((one) => one.kind === id) ?? first
    setKind(chosen)
    setTerms(startValues(chosen.terms, chosen.start))
  }
  return (
    <DialogForm<Values>
      title={t.create}
      open
      submitText={t.submit}
      pending={create.isPending}
      error={create.error}
      onSubmit={(values) => create.mutate({ ...values, kind: kind.kind, terms }, { onSuccess: ({ id }) => onMade(id) })}
      onClose={onClose}
    >
      <Form.Item label={t.kind} htmlFor="programme-kind" extra={language === 'zh' ? kind.aboutZh : kind.aboutEn}>
        <Select
          id="programme-kind"
          value={kind.kind}
          options={kinds.map((one) => ({ value: one.kind, label: nameOf(one, language) }))}
          onChange={choose}
        />
      </Form.Item>
      <NameIdFields words={t} isFirst />
      <ValueFields id={`new-${kind.kind}`} fields={kind.terms} values={terms} onChange={setTerms} />
      <p className={styles.help}>{t.termsHelp}</p>
      <ProblemList error={create.error} />
    </DialogForm>
  )
}
