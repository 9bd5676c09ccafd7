import type { ResourceField, ResourceInfo } from '@zhanggui/contract'
import { Alert, Button, Form, type FormInstance, Input } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { labelled } from '../../../locale/punctuation.ts'
import { type Language, nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { FieldInput } from './field-input.tsx'
import { fieldProblems } from './field-problems.ts'
import { formFields } from './form-fields.ts'
import styles from './record-form.module.css'
import { strings } from './strings.ts'
import { useStoreCurrency } from './use-field-style.ts'

const REASON_LENGTH_MAX = 300

/** `data` by field id, and why; names of the form's items follow this shape. */
export type RecordValues = { data: Record<string, unknown>; reason?: string }

type Props = {
  store: string
  resource: ResourceInfo
  form: FormInstance<RecordValues>
  initial: Readonly<Record<string, unknown>>
  pending: boolean
  error: unknown
  submitText: string
  onSubmit: (values: RecordValues) => void
  /** What stands above the buttons in case of a refusal that needs a decision. */
  notice?: ReactNode
}

/** The form of a record, made from its declaration. The server's objections appear beside the fields they are about. */
export function RecordForm({ store, resource, form, initial, pending, error, submitText, onSubmit, notice }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const currency = useStoreCurrency(store)
  const readOnly = !resource.canWrite
  useEffect(() => {
    form.setFields(
      fieldProblems(error).map(({ field, message, messageEn }) => ({
        name: ['data', field],
        errors: [language === 'zh' ? message : messageEn],
      })),
    )
  }, [error, form, language])
  return (
    <Form<RecordValues>
      form={form}
      layout="vertical"
      disabled={readOnly}
      initialValues={{ data: initial, reason: '' }}
      onFinish={onSubmit}
    >
      <div className={styles.fields}>
        {formFields(resource).map((field) => (
          <Form.Item
            key={field.id}
            className={field.kind === 'longText' ? (styles.wide ?? '') : ''}
            name={['data', field.id]}
            label={nameOf(field, language)}
            extra={helpOf(field, language)}
            rules={rulesOf(field, {
              required: labelled(nameOf(field, language), t.unset, language),
              money: t.moneyInvalid,
            })}
          >
            <FieldInput field={field} currency={currency} disabled={readOnly} />
          </Form.Item>
        ))}
      </div>
      {!readOnly && (
        <>
          <Form.Item name="reason" label={t.reason} extra={t.reasonHint}>
            <Input maxLength={REASON_LENGTH_MAX} />
          </Form.Item>
          {error !== null && <Refusal error={error} />}
          {notice}
          <div className={styles.foot}>
            <Button type="primary" htmlType="submit" loading={pending}>
              {submitText}
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}

const helpOf = (field: ResourceField, language: Language): string | undefined =>
  language === 'zh' ? field.helpZh : field.helpEn

function rulesOf(field: ResourceField, words: { required: string; money: string }) {
  return [
    ...(field.required ? [{ required: true, message: words.required }] : []),
    // An amount that could not be read is still text; see MoneyInput.
    ...(field.kind === 'money'
      ? [
          {
            validator: (_: unknown, value: unknown) =>
              typeof value === 'string' ? Promise.reject(words.money) : Promise.resolve(),
          },
        ]
      : []),
  ]
}

/** A stale version is answered by `notice`; everything else by the server's own words. */
function Refusal({ error }: { error: unknown }) {
  const t = useStrings(strings)
  if (error instanceof ApiProblem && error.code === 'stale_version') return null
  return <Alert type="error" showIcon title={t.notSaved} description={<Problem compact error={error} />} />
}
