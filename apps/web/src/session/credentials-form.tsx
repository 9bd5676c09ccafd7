import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SetupRequest, SignInRequest } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { apiPost } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'
import { useStrings } from '../locale/strings.ts'
import { Problem } from '../parts/problem.tsx'
import styles from './credentials-form.module.css'
import { strings } from './strings.ts'

type Values = SetupRequest | SignInRequest

/** As the contract says (SetupRequest, ChangePassword). */
export const MIN_PASSWORD = 10

/** Name, address and password. What was typed stays when the server says no. */
export function CredentialsForm({ firstRun }: { firstRun: boolean }) {
  const t = useStrings(strings)
  const queries = useQueryClient()
  const submit = useMutation({
    mutationFn: (values: Values) => apiPost<unknown>(firstRun ? '/v1/setup' : '/v1/session', values),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.session }),
  })
  const required = { required: true, message: t.required }
  const longEnough = { min: MIN_PASSWORD, message: t.passwordShort }
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={(values) => submit.mutate(values)}
    >
      <h1 className={styles.title}>{firstRun ? t.setUp : t.signIn}</h1>
      <p className={styles.lead}>{firstRun ? t.setUpLead : t.signInLead}</p>
      {firstRun && (
        <Form.Item name="name" label={t.name} rules={[required]}>
          <Input autoComplete="name" autoFocus maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="email" label={t.email} rules={[required, { type: 'email', message: t.emailInvalid }]}>
        <Input autoComplete="username" inputMode="email" autoFocus={!firstRun} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t.password}
        rules={firstRun ? [required, longEnough] : [required]}
        {...(firstRun ? { extra: t.passwordHint } : {})}
      >
        <Input.Password autoComplete={firstRun ? 'new-password' : 'current-password'} maxLength={200} />
      </Form.Item>
      {submit.error && <Problem error={submit.error} compact />}
      <Button type="primary" htmlType="submit" block size="large" loading={submit.isPending}>
        {firstRun ? t.create : t.signIn}
      </Button>
    </Form>
  )
}
