import type { PromotionRule, RulePayer } from '@zhanggui/contract'
import { Form, InputNumber } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { useCatalogue } from '../use-promotions.ts'
import styles from './fields.module.css'
import { payersWith, sumBp } from './payer-shares.ts'
import { setField } from './promotion-draft.ts'
import { strings } from './strings.ts'

type Props = { rule: PromotionRule; onChange: (rule: PromotionRule) => void }

/** Who bears the discount, in shares of 100 %. Without a word it is the shop. */
export function PayerFields({ rule, onChange }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const known = useCatalogue().data?.payers ?? []
  const payers = rule.payers ?? [{ payer: 'shop' as const, bp: 10_000 }]
  const set = (payer: RulePayer, percent: number | null) =>
    onChange(setField(rule, 'payers', payersWith(payers, payer, Math.round((percent ?? 0) * 100))))
  const sum = sumBp(payers)
  return (
    <Form.Item label={t.payers} className={styles.wide ?? ''}>
      <div className={styles.row}>
        {known.map((payer) => (
          <label key={payer} className={styles.cell} htmlFor={`${rule.ruleId}-pays-${payer}`}>
            {t[payer]}
            <InputNumber
              id={`${rule.ruleId}-pays-${payer}`}
              className={styles.full ?? ''}
              min={0}
              max={100}
              suffix="%"
              value={(payers.find((p) => p.payer === payer)?.bp ?? 0) / 100}
              onChange={(percent) => set(payer, percent)}
            />
          </label>
        ))}
      </div>
      {sum !== 10_000 && <p className={styles.wrong}>{t.payersWrong(format.percent(sum / 10_000))}</p>}
    </Form.Item>
  )
}
