import { App, Button } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { type ProgrammeAt, useCollect } from '../use-programmes.ts'
import { strings } from './strings.ts'

/** Counts the shop's own orders and returns into a donation. */
export function CollectButton({ at }: { at: ProgrammeAt }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const collect = useCollect(at)
  const run = () =>
    collect.mutate(undefined, {
      onSuccess: ({ soldUnits, returnedUnits }) =>
        void message.success(t.collected(format.count(soldUnits), format.count(returnedUnits))),
    })
  return (
    <>
      <Button type="primary" loading={collect.isPending} onClick={run}>
        {t.collect}
      </Button>
      {collect.error && <Problem compact error={collect.error} />}
    </>
  )
}
