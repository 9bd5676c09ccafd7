import type { ContingencyPlanInfo } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { useRoleName } from '../../live/alerts/use-role-name.ts'
import cards from '../cards.module.css'
import type { PlanStepTaken } from './plans-view.tsx'
import { strings } from './strings.ts'

const COLOURS = { quiet: 'success', firing: 'error', noData: 'default' } as const

/** One plan: what sets it off, who answers, within what, how the last drill went. */
export function PlanCard({ plan, onTake }: { plan: ContingencyPlanInfo; onTake: (taken: PlanStepTaken) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const roleName = useRoleName()
  const format = useFormat()
  const { body } = plan
  const zh = language === 'zh'
  const source = zh ? plan.sourceZh : plan.sourceEn
  const { detectMinutes, startMinutes, restoreMinutes } = body.goals
  const [detect, start, restore] = [detectMinutes, startMinutes, restoreMinutes].map(format.count)
  return (
    <li className={cards.card}>
      <div className={cards.head}>
        <h3 className={cards.name}>{zh ? body.nameZh : body.nameEn}</h3>
        <Tag color={plan.running === null ? COLOURS[plan.state] : 'processing'}>
          {plan.running === null ? t[plan.state] : t.inProgress}
        </Tag>
      </div>
      <p className={cards.soft}>{zh ? body.scenarioZh : body.scenarioEn}</p>
      <p className={cards.text}>
        {t.trigger}：{zh ? plan.triggerZh : plan.triggerEn}
        {source && <span className={cards.faint}>（{t.source(source)}）</span>}
      </p>
      <p className={cards.faint}>
        {t.owner} {roleName(body.owner)} · {t.steps(format.count(body.steps.length))} ·{' '}
        {t.goals(detect ?? '', start ?? '', restore ?? '')}
      </p>
      <div className={cards.foot}>
        <span className={cards.faint}>
          {plan.lastScore === null ? t.neverDrilled : t.score(format.count(plan.lastScore))}
        </span>
        <PlanButtons plan={plan} onTake={onTake} />
      </div>
    </li>
  )
}

function PlanButtons({ plan, onTake }: { plan: ContingencyPlanInfo; onTake: (taken: PlanStepTaken) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const permissions = usePermissions()
  const { set } = useSearchState()
  const name = language === 'zh' ? plan.body.nameZh : plan.body.nameEn
  return (
    <span className={cards.buttons}>
      <Button size="small" type="link" aria-label={`${t.edit} ${name}`} onClick={() => onTake({ plan, what: 'edit' })}>
        {permissions.includes('plan:write') ? t.edit : t.detail}
      </Button>
      <Button
        size="small"
        type="link"
        aria-label={`${t.rehearse} ${name}`}
        onClick={() => set({ view: 'drills', plan: plan.id })}
      >
        {t.rehearse}
      </Button>
      {permissions.includes('live:act') && plan.running === null && (
        <Button size="small" aria-label={`${t.start} ${name}`} onClick={() => onTake({ plan, what: 'start' })}>
          {t.start}
        </Button>
      )}
    </span>
  )
}
