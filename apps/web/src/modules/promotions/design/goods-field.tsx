import type { PromotionRule } from '@zhanggui/contract'
import { Form, Segmented, Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import styles from './fields.module.css'
import { SkuSelect } from './sku-select.tsx'
import { strings } from './strings.ts'

type Props = { rule: PromotionRule; onChange: (scope: PromotionRule['scope']) => void }
type Kind = 'allGoods' | 'someSkus' | 'categories'

const kindOf = (scope: PromotionRule['scope']): Kind =>
  scope?.skuIds ? 'someSkus' : scope?.categoryIds ? 'categories' : 'allGoods'

/** Which goods take part. What a scope holds besides (brands, tags, exceptions) is left as it is. */
export function GoodsField({ rule: { ruleId, scope }, onChange }: Props) {
  const t = useStrings(strings)
  const { skuIds: _skus, categoryIds: _categories, ...rest } = scope ?? {}
  const change = (next: NonNullable<PromotionRule['scope']>) =>
    onChange(Object.keys(next).length > 0 ? next : undefined)
  const choose = (kind: Kind) =>
    change({ ...rest, ...(kind === 'someSkus' && { skuIds: [] }), ...(kind === 'categories' && { categoryIds: [] }) })
  const kind = kindOf(scope)
  return (
    <Form.Item label={t.goods} htmlFor={`goods-${ruleId}`}>
      <div className={styles.rows}>
        <Segmented<Kind>
          aria-label={t.goods}
          value={kind}
          options={(['allGoods', 'someSkus', 'categories'] as const).map((value) => ({ value, label: t[value] }))}
          onChange={choose}
        />
        {kind === 'someSkus' && (
          <SkuSelect
            id={`goods-${ruleId}`}
            value={scope?.skuIds ?? []}
            onChange={(skuIds) => change({ ...rest, skuIds })}
          />
        )}
        {kind === 'categories' && (
          <Select
            id={`goods-${ruleId}`}
            mode="tags"
            open={false}
            suffixIcon={null}
            placeholder={t.chooseCategories}
            value={scope?.categoryIds ?? []}
            onChange={(categoryIds: string[]) => change({ ...rest, categoryIds })}
          />
        )}
      </div>
    </Form.Item>
  )
}
