import type { PlaybookRunInfo, RunState } from '@zhanggui/contract'
import { Button, Popconfirm, Tag } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import { ChangeList } from './change-list.tsx'
import { strings } from './strings.ts'
import { useRunStep, useRuns } from './use-playbooks.ts'
import { RUN_STATES, useWords } from './words.ts'

const COLOURS: Record<RunState, string> = {
  shadow: 'default',
  held: 'default',
  waiting: 'processing',
  applied: 'success',
  refused: 'default',
  expired: 'warning',
  failed: 'error',
  undone: 'default',
}

/** What was done by itself and why something was not; what waits for an answer stands first. */
export default function RunsView() {
  const t = useStrings(strings)
  const query = useRuns()
  return (
    <PanelBody
      query={query}
      height={420}
      isEmpty={(runs) => runs.length === 0}
      empty={<EmptyState title={t.noRuns} text={t.noRunsText} />}
    >
      {(runs) => (
        <ul className={cards.cards} aria-label={t.runs}>
          {runs
            .toSorted((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting') || b.id - a.id)
            .map((run) => (
              <RunCard key={run.id} run={run} />
            ))}
        </ul>
      )}
    </PanelBody>
  )
}

function RunCard({ run }: { run: PlaybookRunInfo }) {
  const language = useLanguage()
  const words = useWords()
  const instantOf = useShopInstant()
  const { state, reason } = run
  return (
    <li className={cards.card}>
      <div className={cards.head}>
        <h3 className={cards.name}>
          {language === 'zh' ? run.nameZh : run.nameEn} <Tag color={COLOURS[state]}>{words(RUN_STATES[state])}</Tag>
        </h3>
        <span className={cards.faint}>{instantOf(run.at)}</span>
      </div>
      {reason && <p className={cards.soft}>{words(reason)}</p>}
      <ChangeList changes={run.changes} tells={run.tells} cannot={reason ? [] : run.cannot} />
      <RunFoot run={run} />
    </li>
  )
}

/** Who agreed, decided or undid, and what may be done; nothing where nobody has to do anything. */
function RunFoot({ run }: { run: PlaybookRunInfo }) {
  const notes = useNotes(run)
  const mayAct = usePermissions().includes('live:act')
  const asks = run.state === 'waiting' || (run.state === 'applied' && run.changes.length > 0)
  if (notes.length === 0 && !(mayAct && asks)) return null
  return (
    <div className={cards.foot}>
      <span className={cards.faint}>{notes.join(' · ')}</span>
      {mayAct && <RunButtons run={run} />}
    </div>
  )
}

function useNotes({ state, agreedBy, peopleNeeded, expiresAt, undoAgreedBy, ...run }: PlaybookRunInfo): string[] {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const { decidedBy, decidedAt, undoneBy, undoneAt } = run
  const who = (actor: string): string => (actor === 'system' ? t.system : actor)
  const needed = format.count(peopleNeeded)
  return [
    state === 'waiting' && t.agreed(format.count(agreedBy.length), needed),
    state === 'waiting' && expiresAt && t.until(instantOf(expiresAt)),
    state === 'applied' && undoAgreedBy.length > 0 && t.undoAgreed(format.count(undoAgreedBy.length), needed),
    decidedBy && decidedAt && t.by(who(decidedBy), instantOf(decidedAt)),
    undoneBy && undoneAt && t.undoneBy(who(undoneBy), instantOf(undoneAt)),
  ].filter((note) => typeof note === 'string')
}

function RunButtons({ run }: { run: PlaybookRunInfo }) {
  const t = useStrings(strings)
  const step = useRunStep()
  const { id, state } = run
  return (
    <span className={cards.buttons}>
      {state === 'waiting' && (
        <>
          <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ id, step: 'agree' })}>
            {t.agree}
          </Button>
          <Button onClick={() => step.mutate({ id, step: 'refuse' })}>{t.refuse}</Button>
        </>
      )}
      {state === 'applied' && run.changes.length > 0 && (
        <Popconfirm
          title={t.undoAsk}
          okText={t.undo}
          cancelText={t.cancel}
          onConfirm={() => step.mutate({ id, step: 'undo' })}
        >
          <Button loading={step.isPending}>{t.undo}</Button>
        </Popconfirm>
      )}
      {step.error && <Problem compact error={step.error} />}
    </span>
  )
}
