import type { AssumptionState, PlanDetail } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { Link } from 'react-router'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import link from '../../../../parts/link.module.css'
import { PanelBody } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { useBudgetCatalogue } from '../../../budget/use-budget.ts'
import tag from '../../goals/status-tag.module.css'
import type { PlanAt } from '../use-plans.ts'
import styles from './basis-card.module.css'
import { headerStrings } from './strings.ts'
import { useAssumptions, useHeaderEditable, useSaveHeader } from './use-header.ts'

type Props = { at: PlanAt; plan: PlanDetail }

/** What the plan rests on: the profile it is checked against, and the market assumptions that it takes for granted. */
export function BasisCard({ at, plan }: Props) {
  const t = useStrings(headerStrings)
  const place = useRef<HTMLDivElement>(null)
  const field = useSearchState().get('field')
  useEffect(() => {
    if (field === 'profile' || field === 'assumptions') place.current?.scrollIntoView({ block: 'center' })
  }, [field])
  return (
    <div ref={place}>
      <Card title={t.basis} note={t.basisNote}>
        <Profile at={at} plan={plan} />
        <PanelBody<AssumptionState[]> query={useAssumptions(at.store)} height={120}>
          {(assumptions) => <Assumptions at={at} plan={plan} assumptions={assumptions} />}
        </PanelBody>
      </Card>
    </div>
  )
}

function Profile({ at, plan }: Props) {
  const t = useStrings(headerStrings)
  const id = useId()
  const language = useLanguage()
  const editable = useHeaderEditable(plan)
  const save = useSaveHeader(at, plan)
  const profiles = useBudgetCatalogue().data?.profiles ?? []
  return (
    <div className={styles.profile}>
      <label htmlFor={id}>{t.profile}</label>
      <Select
        id={id}
        style={{ minWidth: 220 }}
        disabled={!editable}
        loading={save.isPending}
        value={plan.profile ?? ''}
        onChange={(chosen) => save.run({ profile: chosen || null }, () => undefined)}
        options={[
          { value: '', label: t.noProfile },
          ...profiles.map((p) => ({ value: p.id, label: language === 'zh' ? p.nameZh : p.nameEn })),
        ]}
      />
      {save.error && <Problem compact error={save.error} />}
    </div>
  )
}

function Assumptions({ at, plan, assumptions }: Props & { assumptions: readonly AssumptionState[] }) {
  const t = useStrings(headerStrings)
  const id = useId()
  const editable = useHeaderEditable(plan)
  const save = useSaveHeader(at, plan)
  const chosen = plan.assumptions.map((one) => assumptions.find((a) => a.id === one) ?? one)
  const register = `/stores/${encodeURIComponent(at.store)}/admin/resources/market-assumptions`
  return (
    <>
      <ul className={styles.assumptions}>
        {chosen.map((one) => (
          <li key={typeof one === 'string' ? one : one.id}>
            <Standing assumption={one} />
            {editable && (
              <Button
                type="text"
                size="small"
                onClick={() => save.run({ assumptions: without(plan, one) }, () => undefined)}
              >
                {t.remove}
              </Button>
            )}
          </li>
        ))}
        {chosen.length === 0 && <li className={styles.none}>{t.noAssumptions}</li>}
      </ul>
      {save.error && <Problem compact error={save.error} />}
      <div className={styles.add}>
        {editable && (
          <>
            <label htmlFor={id}>{t.addAssumption}</label>
            <Select
              id={id}
              style={{ minWidth: 260 }}
              value={null}
              loading={save.isPending}
              placeholder={t.choose}
              onChange={(added: string) => save.run({ assumptions: [...plan.assumptions, added] }, () => undefined)}
              options={assumptions
                .filter((a) => !plan.assumptions.includes(a.id))
                .map((a) => ({ value: a.id, label: a.title }))}
            />
          </>
        )}
        <Link className={link.link} to={register}>
          {t.register}
        </Link>
      </div>
    </>
  )
}

const without = (plan: PlanDetail, one: AssumptionState | string): string[] =>
  plan.assumptions.filter((id) => id !== (typeof one === 'string' ? one : one.id))

function Standing({ assumption }: { assumption: AssumptionState | string }) {
  const t = useStrings(headerStrings)
  if (typeof assumption === 'string')
    return (
      <span>
        {assumption} <span className={`${tag.tag} ${tag.behind}`}>{t.gone}</span>
      </span>
    )
  return (
    <span>
      {assumption.title} {assumption.stale && <span className={`${tag.tag} ${tag.atRisk}`}>{t.expired}</span>}
      {assumption.contradiction !== null && (
        <span className={`${tag.tag} ${tag.behind}`} title={assumption.contradiction}>
          {t.contradicted}
        </span>
      )}
    </span>
  )
}
