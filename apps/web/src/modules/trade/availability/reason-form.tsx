import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import styles from '../load/load.module.css'
import { strings } from './strings.ts'

type ReasonFormProps<Values> = {
  button: string
  isPending: boolean
  error: Error | null
  onSend: (values: Values & { reason: string }) => void
  initial?: Partial<Values>
  children?: ReactNode
}

/** Something is steered, and it says why. */
export function ReasonForm<Values extends object>({
  button,
  isPending,
  error,
  onSend,
  initial,
  children,
}: ReasonFormProps<Values>) {
  const t = useStrings(strings)
  return (
    <>
      <Form layout="vertical" className={styles.form ?? ''} initialValues={initial ?? {}} onFinish={onSend}>
        {children}
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 2, message: t.reasonNeeded }]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit" loading={isPending}>
            {button}
          </Button>
        </Form.Item>
      </Form>
      {error && <Problem error={error} compact />}
    </>
  )
}
