import type { CampaignTemplateInfo } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { campaignWords } from '../campaign-words.ts'
import { strings } from './strings.ts'
import styles from './template-cards.module.css'

type Props = {
  templates: readonly CampaignTemplateInfo[]
  chosen: string | null
  onChoose: (template: CampaignTemplateInfo) => void
}

/** One card a template, with how much it brings. */
export function TemplateCards({ templates, chosen, onChoose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const language = useLanguage()
  const format = useFormat()
  return (
    <fieldset className={styles.cards}>
      <legend className="visually-hidden">{t.template}</legend>
      {templates.map((template) => {
        const { id, nameZh, nameEn, aboutZh, aboutEn, tasks, runItems, pages, size } = template
        return (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen}
            className={styles.card}
            onClick={() => onChoose(template)}
          >
            <span className={styles.name}>
              {language === 'zh' ? nameZh : nameEn}
              <span className={styles.size}>{words[size]}</span>
            </span>
            <span className={styles.about}>{language === 'zh' ? aboutZh : aboutEn}</span>
            <span className={styles.about}>
              {t.contents(format.count(tasks), format.count(runItems), format.count(pages))}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
