import { Input } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'

const ORDER_ID = /^\d{1,39}$/

/** An order by its number; what is no number is said at once. */
export function FindOrder({ onFind }: { onFind: (id: string) => void }) {
  const t = useStrings(strings)
  const [wrong, setWrong] = useState(false)
  const find = (text: string): void => {
    const id = text.trim()
    setWrong(id !== '' && !ORDER_ID.test(id))
    if (ORDER_ID.test(id)) onFind(id)
  }
  return (
    <Input.Search
      className={styles.narrow ?? ''}
      aria-label={t.find}
      placeholder={wrong ? t.digits : t.find}
      {...(wrong ? { status: 'error', title: t.digits } : {})}
      allowClear
      onSearch={find}
    />
  )
}
