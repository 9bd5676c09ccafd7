import type { PromotionCatalogue, PromotionRule } from '@zhanggui/contract'
import { Form, InputNumber, Select, Switch } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { MoneyInput } from '../../admin/resources/money-input.tsx'
import styles from './fields.module.css'
import { PayerFields } from './payer-fields.tsx'
import { setField } from './promotion-draft.ts'
import { strings } from './strings.ts'

type Level = PromotionCatalogue['pipelines'][number]['levels'][number]
type Props = { rule: PromotionRule; levels: readonly Level[]; onChange: (rule: PromotionRule) => void }
type Buyers = 'everyone' | 'newBuyers' | 'oldBuyers'

const buyersOf = ({ when }: PromotionRule): Buyers =>
  when?.isNewBuyer === undefined ? 'everyone' : when.isNewBuyer ? 'newBuyers' : 'oldBuyers'

const positive = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined)

/** For whom, how often, up to how much, beside what, at whose cost. */
export function ConditionFields({ rule, levels, onChange }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const id = (name: string) => `${name}-${rule.ruleId}`
  const setWhen = (when: NonNullable<PromotionRule['when']>) =>
    onChange(setField(rule, 'when', Object.keys(when).length > 0 ? when : undefined))
  const setBuyers = (buyers: Buyers) => {
    const { isNewBuyer: _old, ...rest } = rule.when ?? {}
    setWhen(buyers === 'everyone' ? rest : { ...rest, isNewBuyer: buyers === 'newBuyers' })
  }
  const setTier = (tier: number | null) => {
    const { minTier: _old, ...rest } = rule.when ?? {}
    setWhen(tier ? { ...rest, minTier: tier } : rest)
  }
  return (
    <details className={styles.group}>
      <summary>{t.conditions}</summary>
      <div className={`${styles.grid} ${styles.inside}`}>
        <Form.Item label={t.buyers} htmlFor={id('buyers')}>
          <Select<Buyers>
            id={id('buyers')}
            value={buyersOf(rule)}
            options={(['everyone', 'newBuyers', 'oldBuyers'] as const).map((value) => ({ value, label: t[value] }))}
            onChange={setBuyers}
          />
        </Form.Item>
        <Form.Item label={t.minTier} htmlFor={id('tier')}>
          <InputNumber
            id={id('tier')}
            className={styles.full ?? ''}
            min={0}
            max={99}
            precision={0}
            value={rule.when?.minTier ?? null}
            onChange={setTier}
          />
        </Form.Item>
        <Form.Item label={t.cap} htmlFor={id('cap')}>
          <MoneyInput
            id={id('cap')}
            disabled={false}
            currency="CNY"
            value={rule.maxCents ?? null}
            onChange={(value) => onChange(setField(rule, 'maxCents', positive(value)))}
          />
        </Form.Item>
        <Form.Item label={t.times} htmlFor={id('times')}>
          <InputNumber
            id={id('times')}
            className={styles.full ?? ''}
            min={1}
            precision={0}
            value={rule.timesPerBuyer ?? null}
            onChange={(value) => onChange(setField(rule, 'timesPerBuyer', positive(value)))}
          />
        </Form.Item>
        <Form.Item label={t.needsClaim} htmlFor={id('claim')}>
          <Switch
            id={id('claim')}
            checked={rule.needsClaim === true}
            onChange={(on) => onChange(setField(rule, 'needsClaim', on || undefined))}
          />
        </Form.Item>
        <Form.Item label={t.blocks} htmlFor={id('blocks')}>
          <Select
            id={id('blocks')}
            mode="multiple"
            allowClear
            value={rule.blocks ?? []}
            options={levels.map((level) => ({ value: level.level, label: level[language] }))}
            onChange={(blocks: string[]) => onChange(setField(rule, 'blocks', blocks.length > 0 ? blocks : undefined))}
          />
        </Form.Item>
        <PayerFields rule={rule} onChange={onChange} />
      </div>
    </details>
  )
}
