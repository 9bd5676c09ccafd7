import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChangePassword } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { apiPut } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'
import { useStrings } from '../locale/strings.ts'
import { Problem } from '../parts/problem.tsx'
import formStyles from './credentials-form.module.css'
import { MIN_PASSWORD } from './credentials-form.tsx'
import styles from './sign-in-page.module.css'
import { strings } from './strings.ts'

/** After a temporary password: nothing else opens until it is replaced. */
export function ChangePasswordPage() {
  const t = useStrings(strings)
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (values: ChangePassword) => apiPut<unknown>('/v1/session/password', values),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.session }),
  })
  const required = { required: true, message: t.required }
  return (
    <main className={styles.page}>
      <title>{`${t.changePassword} · ${t.product}`}</title>
      <div className={styles.card}>
        <Form<ChangePassword> layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
          <h1 className={formStyles.title}>{t.changePassword}</h1>
          <p className={formStyles.lead}>{t.changePasswordLead}</p>
          <Form.Item name="currentPassword" label={t.currentPassword} rules={[required]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t.newPassword}
            rules={[required, { min: MIN_PASSWORD, message: t.passwordShort }]}
            extra={t.passwordHint}
          >
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          {change.error && <Problem error={change.error} compact />}
          <Button type="primary" htmlType="submit" block size="large" loading={change.isPending}>
            {t.savePassword}
          </Button>
        </Form>
      </div>
    </main>
  )
}
