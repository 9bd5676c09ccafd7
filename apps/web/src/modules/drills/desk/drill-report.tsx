import type { DrillDetail, DrillReport } from '@zhanggui/contract'
import { Button, Progress } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import cards from '../cards.module.css'
import { assumptionText } from './assumption-words.ts'
import styles from './drills.module.css'
import { FaultTable } from './fault-table.tsx'
import { CourseCard, LossCard } from './report-charts.tsx'
import { reportStrings } from './report-strings.ts'
import { Timeline } from './timeline.tsx'
import { useDrill } from './use-drills.ts'

/** One drill: while it is played how far it is, then what came of it. */
export function DrillReportView({ id }: { id: string }) {
  const t = useStrings(reportStrings)
  const { set } = useSearchState()
  const drill = useDrill(id)
  return (
    <div className={stack.stack}>
      <div>
        <Button onClick={() => set({ drill: null })}>{t.back}</Button>
      </div>
      <PanelBody query={drill} height={480}>
        {(found) => (found.report ? <Report drill={found} report={found.report} /> : <Waiting drill={found} />)}
      </PanelBody>
    </div>
  )
}

function Waiting({ drill }: { drill: DrillDetail }) {
  const t = useStrings(reportStrings)
  const language = useLanguage()
  const name = language === 'zh' ? drill.nameZh : drill.nameEn
  const failed = drill.state === 'failed' || drill.state === 'cancelled'
  return (
    <Card title={name}>
      <p className={cards.soft}>
        {drill.state === 'failed' ? `${t.failed}：${drill.problem ?? ''}` : failed ? t.cancelled : t.playing}
      </p>
      {!failed && <Progress percent={Math.round(drill.progress * 100)} aria-label={t.playing} />}
    </Card>
  )
}

function Report({ drill, report }: { drill: DrillDetail; report: DrillReport }) {
  const t = useStrings(reportStrings)
  return (
    <div className={stack.stack}>
      <Verdict drill={drill} report={report} />
      <Card title={t.timeline} note={t.timelineNote}>
        <Timeline report={report} />
      </Card>
      <LossCard report={report} />
      <CourseCard report={report} />
      <Card title={t.fault}>
        <FaultTable report={report} />
      </Card>
      <Lessons report={report} />
      <Assumptions report={report} />
    </div>
  )
}

function Assumptions({ report }: { report: DrillReport }) {
  const t = useStrings(reportStrings)
  const language = useLanguage()
  const format = useFormat()
  const words = {
    percent: format.percent,
    money: (cents: number) => format.short(cents, 'money'),
    minutes: (n: number) => t.minutes(format.count(n)),
  }
  const all = Object.entries(report.assumptions).map(([name, value]) => assumptionText(name, value, language, words))
  return (
    <Card title={t.assumptions}>
      <p className={cards.faint}>{all.join(language === 'zh' ? '；' : '; ')}</p>
    </Card>
  )
}

function Verdict({ drill, report }: { drill: DrillDetail; report: DrillReport }) {
  const t = useStrings(reportStrings)
  const language = useLanguage()
  const format = useFormat()
  const { paidCents, score, passed, incidents, falseAlarms } = report
  const kept = paidCents.withPlans - paidCents.without
  const name = language === 'zh' ? drill.nameZh : drill.nameEn
  return (
    <>
      <h2 className={cards.name}>
        {name} · <span className={passed ? styles.good : styles.bad}>{passed ? t.passed : t.notPassed}</span> ·{' '}
        {kept > 0 ? t.kept(format.short(kept, 'money')) : t.keptNone}
      </h2>
      <FigureStrip label={t.result}>
        <FigureTile label={t.scoreLabel} value={format.count(score)} exact={score} />
        <FigureTile label={t.paid} value={format.short(paidCents.withPlans, 'money')} exact={paidCents.withPlans}>
          <FigureWords>
            {t.without} {format.short(paidCents.without, 'money')} · {t.calm} {format.short(paidCents.calm, 'money')}
          </FigureWords>
        </FigureTile>
        <FigureTile label={t.incidents} value={format.count(incidents)} exact={incidents}>
          <FigureWords>{t.falseAlarms(format.count(falseAlarms))}</FigureWords>
        </FigureTile>
      </FigureStrip>
    </>
  )
}

function Lessons({ report }: { report: DrillReport }) {
  const t = useStrings(reportStrings)
  const zh = useLanguage() === 'zh'
  const learnt = report.faults.flatMap(({ planZh, planEn, lessons }) =>
    lessons.map((lesson) => ({ name: zh ? planZh : planEn, text: zh ? lesson.zh : lesson.en })),
  )
  return (
    <Card title={t.lessons}>
      {learnt.length === 0 ? (
        <p className={styles.good}>{t.noLessons}</p>
      ) : (
        <ul className={styles.list}>
          {learnt.map(({ name, text }) => (
            <li key={`${name}/${text}`}>
              <span className={cards.faint}>{name}：</span>
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
