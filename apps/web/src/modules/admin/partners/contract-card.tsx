import type { PartnerContract } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { LevelRow } from './level-row.tsx'
import { Misses } from './misses.tsx'
import styles from './partners.module.css'
import { ScopeFigures } from './scope-figures.tsx'
import { ScoreText } from './score-text.tsx'
import { strings } from './strings.ts'

type Props = {
  contract: PartnerContract
  currency: string
  /** The partner's own people answer for a miss; the shop reads. */
  mayAnswer: boolean
}

/** One contract: what was agreed, how it was kept, and the figures of its scope. */
export function ContractCard({ contract, currency, mayAnswer }: Props) {
  const t = useStrings(strings)
  const format = useFormat(currency)
  const { number, levels, figures, score, standing, lastDay } = contract
  return (
    <Card
      title={number}
      note={`${t[standing]} · ${t.until(format.longDay(lastDay))}`}
      extra={
        <span className={styles.scoreBox}>
          <span className={styles.note}>{t.score}</span> <ScoreText score={score} />
        </span>
      }
    >
      <Terms contract={contract} format={format} />
      {levels.length === 0 ? (
        <EmptyState title={t.noLevels} text={t.noLevelsText} />
      ) : (
        <ul className={styles.levels} aria-label={t.levels}>
          {levels.map((level) => (
            <LevelRow key={level.id} level={level} currency={currency} />
          ))}
        </ul>
      )}
      <Misses levels={levels} currency={currency} mayAnswer={mayAnswer} />
      {figures.length > 0 && <ScopeFigures figures={figures} currency={currency} />}
    </Card>
  )
}

function Terms({ contract, format }: { contract: PartnerContract; format: Format }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { work, scope, price, renewsItself, decideBy, standing } = contract
  const scopeText = scope ? `${nameOf(scope, language)}：${scope.values.join('、')}` : t.wholeShop
  const isOpen = standing === 'running' || standing === 'renewalDue'
  return (
    <dl className={styles.terms}>
      <Term name={t.work}>{work}</Term>
      <Term name={t.scope}>{scopeText}</Term>
      {price && (price.feeCents || price.terms) && (
        <Term name={t.price}>
          {!price.feeCents ? '' : t.fee(format.exact(price.feeCents, 'money'))} {price.terms}
        </Term>
      )}
      {isOpen && (
        <Term name={t.proposal}>
          <span className={standing === 'renewalDue' ? styles.warn : undefined}>
            {renewsItself ? `${t.renewsItself} · ` : ''}
            {t.decideBy(format.longDay(decideBy))}
          </span>
        </Term>
      )}
    </dl>
  )
}

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
