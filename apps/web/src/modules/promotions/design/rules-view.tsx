import type { PromotionDetail } from '@zhanggui/contract'
import { Button, Dropdown } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import stack from '../../../parts/stack.module.css'
import { CartPanel } from '../cart/cart-panel.tsx'
import { useCatalogue } from '../use-promotions.ts'
import { FrameCard } from './frame-card.tsx'
import { familiesOf } from './preset-families.ts'
import { type PromotionDraft, withoutRule, withRule } from './promotion-draft.ts'
import { RuleCard } from './rule-card.tsx'
import { ruleFromPreset } from './rule-from-preset.ts'
import styles from './rules-view.module.css'
import { StockCard } from './stock-card.tsx'
import { strings } from './strings.ts'

export type DraftProps = { draft: PromotionDraft; change: (next: (draft: PromotionDraft) => PromotionDraft) => void }

/** Rules on the left, on the right a cart that is priced with them as they are typed. */
export function RulesView({ draft, change, promotion }: DraftProps & { promotion: PromotionDetail }) {
  const t = useStrings(strings)
  const readOnly = !usePermissions().includes('plan:write')
  return (
    <div className={styles.columns}>
      <fieldset className={styles.fields} disabled={readOnly}>
        <div className={stack.stack}>
          <FrameCard draft={draft} change={change} />
          {draft.rules.length === 0 && <EmptyState title={t.noRules} text={t.noRulesText} />}
          {draft.rules.map((rule, index) => (
            <RuleCard
              key={rule.ruleId}
              rule={rule}
              pipeline={draft.pipeline}
              onChange={(next) => change((now) => withRule(now, index, next))}
              onRemove={() => change((now) => withoutRule(now, index))}
            />
          ))}
          {!readOnly && <AddRule draft={draft} change={change} />}
          <StockCard draft={draft} change={change} standing={promotion.stockStanding} />
        </div>
      </fieldset>
      <div className={styles.cart}>
        <CartPanel draft={draft} />
      </div>
    </div>
  )
}

function AddRule({ draft, change }: DraftProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const catalogue = useCatalogue().data
  const offered = catalogue?.pipelines.find(({ id }) => id === draft.pipeline)?.presets
  const presets = (catalogue?.presets ?? []).filter(({ id }) => offered?.includes(id) ?? true)
  const add = (id: string) => {
    const preset = presets.find((p) => p.id === id)
    if (!preset) return
    const taken = draft.rules.map(({ ruleId }) => ruleId)
    change((now) => ({ ...now, rules: [...now.rules, ruleFromPreset(preset, { taken, language })] }))
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: styles.menu ?? '',
        items: familiesOf(presets, language).map(({ family, name, presets: own }) => ({
          key: family,
          type: 'group' as const,
          label: name,
          children: own.map((preset) => ({ key: preset.id, label: preset[language] })),
        })),
        onClick: ({ key }) => add(key),
      }}
    >
      <Button type="dashed" block>
        {t.addRule}
      </Button>
    </Dropdown>
  )
}
