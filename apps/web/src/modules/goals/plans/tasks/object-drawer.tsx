import { App, Button, Drawer, Form, type FormInstance, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { taskStrings } from './strings.ts'

const WIDTH = 520

type Props<Values> = {
  title: string
  editable: boolean
  initial: Values
  isNew: boolean
  mutation: { isPending: boolean; error: unknown; isError: boolean }
  onSave: (values: Values, done: () => void) => void
  onRemove: (done: () => void) => void
  onClose: () => void
  children: ReactNode
  /** What can be done beside the form, whoever may edit it. */
  below?: ReactNode
}

/** One object of a plan as a form beside the list; what was typed stays until the server has taken it. */
export function ObjectDrawer<Values extends object>(props: Props<Values>) {
  const { title, editable, initial, isNew, mutation, onSave, onRemove, onClose, children, below } = props
  const t = useStrings(taskStrings)
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>() as [FormInstance<Values>]
  const done = () => {
    void message.success(t.saved)
    onClose()
  }
  const actions = editable && (
    <>
      {!isNew && (
        <Popconfirm title={t.removeAsk} onConfirm={() => onRemove(done)} okText={t.remove}>
          <Button danger type="text">
            {t.remove}
          </Button>
        </Popconfirm>
      )}
      <Button type="primary" loading={mutation.isPending} onClick={() => form.submit()}>
        {t.save}
      </Button>
    </>
  )
  return (
    <Drawer open title={title} size={WIDTH} onClose={onClose} extra={actions} destroyOnHidden>
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={!editable}
        initialValues={initial}
        onFinish={(values) => onSave(values, done)}
      >
        {children}
        {mutation.isError && <Problem compact error={mutation.error} />}
      </Form>
      {below}
    </Drawer>
  )
}
