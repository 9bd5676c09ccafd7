import { App, Button } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import type { PlanAt } from '../../plans/use-plans.ts'
import { balanceStrings } from './strings.ts'
import { changedOf, useWriteProposal } from './use-balance.ts'

type Props = {
  at: PlanAt
  part: Parameters<typeof useWriteProposal>[1]
  asked: object
  disabled?: boolean
  label?: string
}

/** Writes what is proposed into the goals, and says how many it changed. */
export function WriteButton({ at, part, asked, disabled = false, label }: Props) {
  const t = useStrings(balanceStrings)
  const format = useFormat()
  const { message } = App.useApp()
  const write = useWriteProposal(at, part)
  const run = (): void =>
    write.mutate(asked, {
      onSuccess: (answer) => {
        const { changes, made } = changedOf(answer)
        void message.success(t.written(format.count(changes.length), format.count(made.length)))
      },
    })
  return (
    <>
      <Button type="primary" disabled={disabled} loading={write.isPending} onClick={run}>
        {label ?? t.write}
      </Button>
      {write.isError && <Problem compact error={write.error} />}
    </>
  )
}
