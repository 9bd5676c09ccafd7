import type { LiveBoard } from '@zhanggui/contract'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { parseMoneyInput } from '../../../format/money-input.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import styles from './race.module.css'
import { strings } from './strings.ts'
import { useSetTarget } from './use-set-target.ts'

/** Sets the day's target where it stands, without leaving the full screen. */
export function TargetForm({ board, onDone }: { board: LiveBoard; onDone: () => void }) {
  const t = useStrings(strings)
  const set = useSetTarget(board.store)
  const [text, setText] = useState('')
  const cents = parseMoneyInput(text, board.currency)
  const save = (value: number | null) => set.mutate({ day: board.day, cents: value }, { onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof cents === 'number' && cents > 0) save(cents)
  }
  return (
    <form className={styles.targetForm} onSubmit={submit}>
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t.targetYuan}
        placeholder={t.targetYuan}
        inputMode="decimal"
        autoFocus
      />
      <Button
        htmlType="submit"
        type="primary"
        disabled={typeof cents !== 'number' || cents <= 0}
        loading={set.isPending}
      >
        {t.save}
      </Button>
      {board.pace?.targetFrom === 'set' && <Button onClick={() => save(null)}>{t.takeBack}</Button>}
      <Button type="text" onClick={onDone}>
        {t.cancel}
      </Button>
      {set.error && <Problem error={set.error} />}
    </form>
  )
}
