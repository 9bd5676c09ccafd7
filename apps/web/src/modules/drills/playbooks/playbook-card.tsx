import type { ChangePlaybook, PlaybookInfo, RunState } from '@zhanggui/contract'
import { Button, Segmented } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { useRoleName } from '../../live/alerts/use-role-name.ts'
import cards from '../cards.module.css'
import type { PlaybookStep } from './playbook-list.tsx'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useChangePlaybook } from './use-playbooks.ts'
import { RUN_STATES, useWords } from './words.ts'

const MODES = ['off', 'shadow', 'acting'] as const
type Mode = (typeof MODES)[number]

const modeOf = ({ enabled, body }: PlaybookInfo): Mode => (!enabled ? 'off' : body.shadow ? 'shadow' : 'acting')

const inMode = ({ body, version }: PlaybookInfo, mode: Mode): ChangePlaybook => ({
  ...body,
  version,
  enabled: mode !== 'off',
  shadow: mode === 'off' ? body.shadow : mode === 'shadow',
})

type Props = { playbook: PlaybookInfo; mayWrite: boolean; onOpen: (step: PlaybookStep) => void }

/** One playbook: its sentence, the three-way switch, and what it did in the last thirty days. */
export function PlaybookCard({ playbook, mayWrite, onOpen }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const roleName = useRoleName()
  const change = useChangePlaybook()
  const { id, body } = playbook
  const name = language === 'zh' ? body.nameZh : body.nameEn
  const problem = language === 'zh' ? playbook.problemZh : playbook.problemEn
  const turn = (mode: Mode) => change.mutate({ id, change: inMode(playbook, mode) })
  return (
    <li className={cards.card}>
      <div className={cards.head}>
        <h3 className={cards.name}>{name}</h3>
        <Segmented<Mode>
          size="small"
          aria-label={`${t.mode} ${name}`}
          disabled={!mayWrite}
          value={modeOf(playbook)}
          onChange={turn}
          options={MODES.map((value) => ({ value, label: t[value] }))}
        />
      </div>
      <p className={cards.text}>{language === 'zh' ? playbook.sentenceZh : playbook.sentenceEn}</p>
      <div className={cards.foot}>
        <span className={cards.faint}>
          {t.owner} {roleName(body.owner)} · <Past playbook={playbook} />
        </span>
        {problem && (
          <span className={styles.problem}>
            {t.problem}：{problem}
          </span>
        )}
        <span className={cards.buttons}>
          <Button size="small" type="link" onClick={() => onOpen('preview')}>
            {t.preview}
          </Button>
          <Button size="small" type="link" onClick={() => onOpen('backTest')}>
            {t.backTest}
          </Button>
          {mayWrite && (
            <Button size="small" type="link" onClick={() => onOpen('edit')}>
              {t.edit}
            </Button>
          )}
        </span>
      </div>
      {change.error && <Problem compact error={change.error} />}
    </li>
  )
}

function Past({ playbook }: { playbook: PlaybookInfo }) {
  const t = useStrings(strings)
  const words = useWords()
  const format = useFormat()
  const past = Object.entries(playbook.runs) as [RunState, number][]
  if (past.length === 0) return <>{t.pastNone}</>
  return (
    <>
      {t.past} {past.map(([state, n]) => `${words(RUN_STATES[state])} ${format.count(n)}`).join(' · ')}
    </>
  )
}
