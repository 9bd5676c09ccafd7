import { Alert, Button, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useStrings } from '../../locale/strings.ts'
import { formStrings } from './form-strings.ts'
import styles from './one-time-secret.module.css'

type Props = { title: string; label: string; secret: string; onClose: () => void; children?: ReactNode }

/** A password or key that the server shows only now. Only the button closes it: a stray click must not lose it. */
export function OneTimeSecret({ title, label, secret, onClose, children }: Props) {
  const t = useStrings(formStrings)
  return (
    <Modal
      title={title}
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={640}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <div className={styles.content}>
        <Alert type="warning" showIcon title={t.shownOnce} />
        <p className={styles.label}>{label}</p>
        <Typography.Text className={styles.secret ?? ''} code copyable={{ text: secret, tooltips: t.copy }}>
          {secret}
        </Typography.Text>
        {children}
      </div>
    </Modal>
  )
}
