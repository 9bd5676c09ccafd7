import type { ContingencyPlanInfo } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import cards from '../cards.module.css'
import styles from './drills.module.css'
import { PlanCard } from './plan-card.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { StartDialog } from './start-dialog.tsx'
import { strings } from './strings.ts'
import { useAdoptPlans, useDrillCalendar, useDrills, usePlanLibrary, usePlans } from './use-drills.ts'

export type PlanStepTaken = { plan: ContingencyPlanInfo; what: 'edit' | 'start' }

/** Plans of the shop, how ready they are, and what is shipped beside them. */
export default function PlansView() {
  const t = useStrings(strings)
  const plans = usePlans()
  const [taken, setTaken] = useState<PlanStepTaken | null>(null)
  const close = () => setTaken(null)
  return (
    <div className={stack.stack}>
      <Standing plans={plans.data} />
      <PanelBody
        query={plans}
        height={480}
        isEmpty={(all) => all.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={<AdoptButton />} />}
      >
        {(all) => (
          <>
            <div className={cards.tools}>
              <AdoptButton />
            </div>
            <ul className={`${cards.cards} ${styles.columns}`}>
              {all.map((plan) => (
                <PlanCard key={plan.id} plan={plan} onTake={setTaken} />
              ))}
            </ul>
          </>
        )}
      </PanelBody>
      {taken?.what === 'edit' && <PlanDialog plan={taken.plan} onClose={close} />}
      {taken?.what === 'start' && <StartDialog plan={taken.plan} onClose={close} />}
    </div>
  )
}

function Standing({ plans }: { plans: readonly ContingencyPlanInfo[] | undefined }) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const shipped = usePlanLibrary().data?.length
  const overdue = useDrillCalendar().data?.filter(({ state }) => state === 'overdue').length
  const drills = useDrills().data
  const last = drills?.find(({ state }) => state === 'done')
  const running = plans?.filter((plan) => plan.running !== null).length
  const written = (n: number | undefined): string => (n === undefined ? '–' : format.count(n))
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.adopted} value={written(plans?.length)} exact={plans?.length}>
        {shipped !== undefined && <FigureWords>{t.ofLibrary(format.count(shipped))}</FigureWords>}
      </FigureTile>
      <FigureTile label={t.inProgress} value={written(running)} exact={running} tone={running ? 'warn' : undefined} />
      <FigureTile label={t.lastScores} value={written(last?.score ?? undefined)} exact={last?.score}>
        {drills && <FigureWords>{last ? instantOf(last.createdAt) : t.neverDrilled}</FigureWords>}
      </FigureTile>
      <FigureTile label={t.overdue} value={written(overdue)} exact={overdue} tone={overdue ? 'bad' : undefined}>
        <FigureWords>{t.overdueNote}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function AdoptButton() {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const { set } = useSearchState()
  const adopt = useAdoptPlans()
  const library = usePlanLibrary().data ?? []
  const left = library.filter(({ adopted }) => !adopted).map(({ id }) => id)
  if (!usePermissions().includes('plan:write') || left.length === 0) return null
  const onAdopted = () => {
    void message.success(t.saved)
    set({ view: null })
  }
  return (
    <>
      <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate(left, { onSuccess: onAdopted })}>
        {left.length === library.length ? t.adoptAll : t.adoptSome(format.count(left.length))}
      </Button>
      {adopt.error && <Problem compact error={adopt.error} />}
    </>
  )
}
