import type { ProgrammeCollected } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { type ProgrammeAt, useCollect } from '../use-programmes.ts'
import { strings } from './strings.ts'

/** Counts the shop's own orders, returns and carts into the programme. */
export function CollectButton({ at }: { at: ProgrammeAt }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const collect = useCollect(at)
  const said = ({ collected }: ProgrammeCollected): string =>
    collected.kind === 'items'
      ? t.collected(format.count(collected.soldUnits), format.count(collected.returnedUnits))
      : t.collectedPurchases({
          enrolled: format.count(collected.enrolled),
          people: format.count(collected.people),
          bought: format.count(collected.bought),
          paid: format.exact(collected.paidCents, 'money'),
        })
  const run = () => collect.mutate(undefined, { onSuccess: (answer) => void message.success(said(answer)) })
  return (
    <>
      <Button type="primary" loading={collect.isPending} onClick={run}>
        {t.collect}
      </Button>
      {collect.error && <Problem compact error={collect.error} />}
    </>
  )
}
