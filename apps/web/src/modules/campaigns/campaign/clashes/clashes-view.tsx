import type { CampaignConflicts } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { useConflicts } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'

const HEIGHT = 360

/** Where the campaign is in the way of others, and whether buyers have seen it before. */
export default function ClashesView({ at }: CampaignProps) {
  return (
    <PanelBody<CampaignConflicts> query={useConflicts(at)} height={HEIGHT}>
      {({ conflicts, novelty }) => (
        <div className={styles.columns}>
          <ConflictCard conflicts={conflicts} />
          <NoveltyCard novelty={novelty} />
        </div>
      )}
    </PanelBody>
  )
}

function ConflictCard({ conflicts }: Pick<CampaignConflicts, 'conflicts'>) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <Card title={t.conflicts}>
      {conflicts.length === 0 ? (
        <EmptyState title={t.noConflicts} />
      ) : (
        <ul className={styles.list}>
          {conflicts.map((conflict) => (
            <li key={conflict.zh} className={styles.row} data-code={conflict.code}>
              <span className={styles.grow}>{conflict[language]}</span>
              <Tag color={conflict.blocks ? 'red' : 'gold'}>{conflict.blocks ? t.blocks : t.look}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function NoveltyCard({ novelty }: Pick<CampaignConflicts, 'novelty'>) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const share = (value: number | null) => (value === null ? '–' : format.percent(value))
  const verdict = novelty.alike.length === 0 ? t.noOthers : novelty.isCloned ? t.cloned : t.fresh
  return (
    <Card title={t.novelty} note={t.noveltyNote}>
      <p className={novelty.isCloned ? styles.bad : styles.good}>{verdict}</p>
      <ul className={styles.list}>
        {novelty.alike.map(({ id, name, score, parts }) => (
          <li key={id} className={styles.row}>
            <span>
              {name}
              <br />
              <span className={styles.note}>
                {t.partMechanics} {share(parts.mechanics)} · {t.partProducts} {share(parts.products)} · {t.partPage}{' '}
                {share(parts.page)} · {t.partCopy} {share(parts.copy)}
              </span>
            </span>
            <span className={score >= novelty.threshold ? styles.bad : undefined} data-value={score}>
              {share(score)}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t.suggestions}</h3>
      <ul className={styles.list}>
        {novelty.suggestions.map((suggestion) => (
          <li key={suggestion.preset} className={styles.row}>
            <span>{suggestion[language]}</span>
            <span className={styles.note}>{language === 'zh' ? suggestion.aboutZh : suggestion.aboutEn}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
