import { Form, Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import { useStrings } from '../../locale/strings.ts'
import { Problem } from '../../parts/problem.tsx'
import { formStrings } from './form-strings.ts'

type Props<Values> = {
  title: string
  open: boolean
  submitText: string
  initial?: Partial<Values>
  pending: boolean
  /** Of the last attempt; shown inside, with everything typed still there. */
  error: unknown
  onSubmit: (values: Values) => void
  onClose: () => void
  children: ReactNode
}

/** A short form in a dialog. It closes only when the caller says so, so a refusal by the server costs nobody their typing. */
export function DialogForm<Values extends object>(props: Props<Values>) {
  const { title, open, submitText, initial, pending, error, onSubmit, onClose, children } = props
  const t = useStrings(formStrings)
  const id = useId()
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      okText={submitText}
      cancelText={t.cancel}
      okButtonProps={{ htmlType: 'submit', form: id, loading: pending }}
      destroyOnHidden
    >
      <Form<Values>
        id={id}
        layout="vertical"
        onFinish={onSubmit}
        {...(initial ? { initialValues: initial as Values } : {})}
      >
        {children}
        {error !== null && error !== undefined && <Problem compact error={error} />}
      </Form>
    </Modal>
  )
}
