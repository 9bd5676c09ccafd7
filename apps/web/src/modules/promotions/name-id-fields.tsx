import { Form, Input } from 'antd'
import { useStrings } from '../../locale/strings.ts'
import { windowStrings } from './window-strings.ts'

type Words = { name: string; id: string; idHelp: string }

/** What something new is called, and the id that other systems know it by. */
export function NameIdFields({ words, isFirst = false }: { words: Words; isFirst?: boolean }) {
  const needed = useNeeded()
  return (
    <>
      <NameField label={words.name} isFirst={isFirst} />
      <Form.Item
        name="id"
        label={words.id}
        extra={words.idHelp}
        rules={[...needed, { pattern: /^[a-z0-9][a-z0-9-]{0,59}$/, message: words.idHelp }]}
      >
        <Input />
      </Form.Item>
    </>
  )
}

/** A name that says something. `isFirst`: typing begins here. */
export function NameField({ label, extra, isFirst = false }: { label: string; extra?: string; isFirst?: boolean }) {
  const needed = useNeeded()
  const { needed: message } = useStrings(windowStrings)
  return (
    <Form.Item
      name="name"
      label={label}
      {...(extra ? { extra } : {})}
      rules={[...needed, { whitespace: true, message }]}
    >
      <Input maxLength={200} autoFocus={isFirst} />
    </Form.Item>
  )
}

/** The rule of a field that has to be filled in. */
export function useNeeded(): { required: boolean; message: string }[] {
  const { needed } = useStrings(windowStrings)
  return [{ required: true, message: needed }]
}
