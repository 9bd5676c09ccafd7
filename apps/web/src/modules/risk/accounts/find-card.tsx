import { Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import styles from './accounts.module.css'
import { strings } from './strings.ts'
import { useFindAccount } from './use-accounts.ts'

/** By the buyer's own id. What was typed stays in this card alone. */
export function FindCard({ onFound }: { onFound: (account: string) => void }) {
  const t = useStrings(strings)
  const id = useId()
  const [buyerId, setBuyerId] = useState('')
  const find = useFindAccount(useStoreId())
  const send = () => find.mutate({ buyerId }, { onSuccess: ({ accounts: [first] }) => first && onFound(first.account) })
  const isEmpty = buyerId.trim() === ''
  return (
    <Card>
      <form
        className={styles.find}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) send()
        }}
      >
        <label htmlFor={id}>{t.buyerId}</label>
        <Flex gap={8} wrap>
          <Input
            id={id}
            className={styles.input ?? ''}
            autoComplete="off"
            maxLength={200}
            value={buyerId}
            onChange={(event) => setBuyerId(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={isEmpty} loading={find.isPending}>
            {t.findIt}
          </Button>
        </Flex>
        <p className={styles.hint}>{t.findHint}</p>
        {find.isError && <Problem compact error={find.error} />}
      </form>
    </Card>
  )
}
