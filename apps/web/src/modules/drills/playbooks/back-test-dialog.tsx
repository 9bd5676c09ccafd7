import type { BackTestReport, PlaybookInfo } from '@zhanggui/contract'
import { Button, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import { ChangeList } from './change-list.tsx'
import { GainPanel } from './gain-panel.tsx'
import { gainStrings } from './gain-strings.ts'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useBackTest } from './use-playbooks.ts'
import { useWords } from './words.ts'

const SHOWN = 30

type Way = 'history' | 'market'

/** What a playbook would have done on the shop's own history, or would gain in the simulated market. */
export function BackTestDialog({ playbook, onClose }: { playbook: PlaybookInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const g = useStrings(gainStrings)
  const [way, setWay] = useState<Way>('history')
  return (
    <Modal
      title={`${t.backTest}：${language === 'zh' ? playbook.body.nameZh : playbook.body.nameEn}`}
      open
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <Segmented<Way>
        value={way}
        onChange={setWay}
        options={[
          { value: 'history', label: g.history },
          { value: 'market', label: g.market },
        ]}
      />
      {way === 'market' ? <GainPanel playbook={playbook.id} /> : <History playbook={playbook} />}
    </Modal>
  )
}

/** On the shop's own history. */
function History({ playbook }: { playbook: PlaybookInfo }) {
  const t = useStrings(strings)
  const [days, setDays] = useState(30)
  const test = useBackTest(playbook.id)
  return (
    <>
      <div className={cards.buttons} style={{ marginTop: 12 }}>
        <span>{t.days}</span>
        <InputNumber
          aria-label={t.days}
          min={1}
          max={366}
          precision={0}
          value={days}
          onChange={(value) => setDays(value ?? 30)}
        />
        <Button type="primary" loading={test.isPending} onClick={() => test.mutate({ days })}>
          {t.ask}
        </Button>
      </div>
      {test.data && <Answer report={test.data} days={days} />}
      {test.error && <Problem compact error={test.error} />}
    </>
  )
}

function Answer({ report, days }: { report: BackTestReport; days: number }) {
  const t = useStrings(strings)
  const words = useWords()
  const format = useFormat()
  const instantOf = useShopInstant()
  const { acted, changes, occurrences, runs, caveats } = report
  return (
    <>
      <p className={styles.answer}>
        {t.backTestAnswer(format.count(days), format.count(acted), format.count(changes))}
      </p>
      <p className={cards.soft}>{t.occurrences(format.count(occurrences))}</p>
      <ul className={styles.past} hidden={runs.length === 0}>
        {runs.slice(0, SHOWN).map((run) => (
          <li key={`${run.at}/${run.reason?.zh ?? ''}`}>
            <span className={cards.faint}>{instantOf(run.at)}</span> {run.reason && words(run.reason)}
            <ChangeList changes={run.changes} tells={[]} cannot={[]} />
          </li>
        ))}
      </ul>
      {caveats.map((caveat) => (
        <p key={caveat.zh} className={cards.faint}>
          {words(caveat)}
        </p>
      ))}
    </>
  )
}
