import { LEVER_TYPES, type Lever, type LeverType } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { type FieldValue, kindOf } from './field-kind.ts'
import { storedFields, TEMPLATES, type TypedFields, typedFields } from './lever-form.ts'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { usePutLever } from './use-playbooks.ts'
import { fieldName, stateNames, subjectName } from './words.ts'

type Values = { type: LeverType; id: string; name: string; fields: TypedFields }

/** Registers a lever, or corrects what one is wanted to be. */
export function LeverDialog({ lever, onClose }: { lever: Lever | null; onClose: () => void }) {
  const t = useStrings(strings)
  const put = usePutLever()
  const submit = ({ type, id, name, fields }: Values) => {
    const stored = storedFields(lever?.fields ?? TEMPLATES[type], fields)
    put.mutate({ type, id, lever: { name, fields: stored, version: lever?.version ?? 0 } }, { onSuccess: onClose })
  }
  const initial: Partial<Values> = lever
    ? { ...lever, fields: typedFields(lever.fields) }
    : { type: 'slot', fields: typedFields(TEMPLATES.slot) }
  return (
    <DialogForm<Values>
      title={lever ? lever.name : t.addLever}
      open
      submitText={t.save}
      initial={initial}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhichLever isNew={lever === null} />
      <LeverFields lever={lever} />
    </DialogForm>
  )
}

function WhichLever({ isNew }: { isNew: boolean }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const form = Form.useFormInstance<Values>()
  const required = [{ required: true, whitespace: true }]
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="type" label={t.leverType} rules={[{ required: true }]}>
          <Select
            disabled={!isNew}
            options={LEVER_TYPES.map((value) => ({ value, label: subjectName(value, language) }))}
            onChange={(type: LeverType) => form.setFieldsValue({ fields: typedFields(TEMPLATES[type]) })}
          />
        </Form.Item>
        <Form.Item name="id" label={t.leverId} rules={required}>
          <Input disabled={!isNew} maxLength={80} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t.name} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  )
}

/** One input a field; when a price was last lowered is the playbook's own. */
function LeverFields({ lever }: { lever: Lever | null }) {
  const language = useLanguage()
  const type = Form.useWatch<LeverType | undefined>('type') ?? lever?.type ?? 'slot'
  const fields = Object.entries(lever?.fields ?? TEMPLATES[type])
  return (
    <div className={styles.pair}>
      {fields
        .filter(([field, value]) => kindOf(field, value) !== 'moment')
        .map(([field, value]) => (
          <FieldInput key={`${type}/${field}`} field={field} value={value} label={fieldName(field, language, type)} />
        ))}
    </div>
  )
}

const UNITS: Partial<Record<string, string>> = { money: '¥', percent: '%', share: '%' }

function FieldInput({ field, value, label }: { field: string; value: FieldValue; label: string }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const kind = kindOf(field, value)
  const name = ['fields', field]
  if (kind === 'yesNo')
    return (
      <Form.Item name={name} label={label} valuePropName="checked">
        <Switch />
      </Form.Item>
    )
  if (kind === 'state')
    return (
      <Form.Item name={name} label={label}>
        <Select options={stateNames(language)} />
      </Form.Item>
    )
  if (kind === 'text')
    return (
      <Form.Item name={name} label={label} extra={field === 'substitutes' && t.listHelp}>
        <Input maxLength={500} />
      </Form.Item>
    )
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <InputNumber min={0} suffix={UNITS[kind]} style={{ width: '100%' }} />
    </Form.Item>
  )
}
