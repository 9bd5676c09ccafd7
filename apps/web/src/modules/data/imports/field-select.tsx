import type { ColumnMapping } from '@zhanggui/contract'
import { Select } from 'antd'
import { listed, remarked } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import type { FileDraft } from './import-draft.ts'
import styles from './mapping-table.module.css'
import { reviewStrings } from './review-strings.ts'

const LEFT_OUT = ''

type Props = { file: FileDraft; entry: ColumnMapping; onChange: (field: string | null) => void }

/** Which field a column fills. A field that another column fills says so, and moves here when it is chosen. */
export function FieldSelect({ file, entry, onChange }: Props) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const usedBy = new Map(file.mapping.columns.map((column) => [column.field, column]))
  const labelOf = (field: FileDraft['preview']['fields'][number]) => {
    const user = usedBy.get(field.id)
    const notes = [
      ...(field.required ? [t.required] : []),
      ...(user && user.column !== entry.column ? [t.usedBy(user.header)] : []),
    ]
    return remarked(nameOf(field, language), listed(notes, language), language)
  }
  return (
    <Select
      className={styles.field ?? ''}
      aria-label={t.fieldFor(entry.header)}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={entry.field ?? LEFT_OUT}
      onChange={(field) => onChange(field === LEFT_OUT ? null : field)}
      options={[
        { value: LEFT_OUT, label: t.fieldNone },
        ...file.preview.fields.map((field) => ({ value: field.id, label: labelOf(field) })),
      ]}
    />
  )
}
