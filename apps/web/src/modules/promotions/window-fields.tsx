import { Form } from 'antd'
import { useStrings } from '../../locale/strings.ts'
import { FormInstant } from './form-inputs.tsx'
import { windowStrings } from './window-strings.ts'

/** When a promotion holds, as a form hands it over. */
export type Window = { from: string; until: string }

/** The two moments of a new promotion: it ends after it begins. */
export function WindowFields() {
  const t = useStrings(windowStrings)
  const needed = [{ required: true, message: t.needed }]
  return (
    <>
      <Form.Item name="from" label={t.from} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item
        name="until"
        label={t.until}
        dependencies={['from']}
        rules={[
          ...needed,
          ({ getFieldValue }) => ({
            validator: (_rule, until?: string) =>
              !until || !getFieldValue('from') || until > getFieldValue('from')
                ? Promise.resolve()
                : Promise.reject(new Error(t.wrongWindow)),
          }),
        ]}
      >
        <FormInstant />
      </Form.Item>
    </>
  )
}
