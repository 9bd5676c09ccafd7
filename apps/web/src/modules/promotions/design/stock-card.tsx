import { DeleteOutlined } from '@ant-design/icons'
import type { PromotionDetail, PromotionLot } from '@zhanggui/contract'
import { Button, InputNumber, Select } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { GoodSelect } from '../good-select.tsx'
import styles from './fields.module.css'
import { withLot, withoutLot } from './promotion-draft.ts'
import type { DraftProps } from './rules-view.tsx'
import lots from './stock-card.module.css'
import { strings } from './strings.ts'

const KINDS: readonly PromotionLot['kind'][] = ['sku', 'presale', 'gift']

type Standing = PromotionDetail['stockStanding'][number]

/** What the promotion brings into stock: limited quantities, presale places, gifts; beside each where it stands once approved. */
export function StockCard({ draft, change, standing }: DraftProps & { standing: readonly Standing[] }) {
  const t = useStrings(strings)
  const { stock } = draft
  const chosen = stock.every(({ skuId }) => skuId !== '')
  return (
    <Card title={t.stock} note={t.stockHelp}>
      <div className={styles.rows}>
        {stock.map((lot, index) => (
          <LotRow
            key={lot.skuId || t.addLot}
            lot={lot}
            index={index}
            standing={standing.find(({ skuId }) => skuId === lot.skuId)}
            onChange={(next) => change((now) => withLot(now, index, next))}
            onRemove={() => change((now) => withoutLot(now, index))}
          />
        ))}
        {stock.length === 0 && <p className={styles.about}>{t.noStock}</p>}
        <Button
          type="dashed"
          disabled={!chosen}
          onClick={() => change((now) => withLot(now, now.stock.length, { skuId: '', kind: 'sku', units: 100 }))}
        >
          {t.addLot}
        </Button>
      </div>
    </Card>
  )
}

type RowProps = {
  lot: PromotionLot
  index: number
  standing: Standing | undefined
  onChange: (lot: PromotionLot) => void
  onRemove: () => void
}

function LotRow({ lot, index, standing, onChange, onRemove }: RowProps) {
  const t = useStrings(strings)
  const { perBuyer, ...rest } = lot
  return (
    <div>
      <div className={lots.lot}>
        <div className={styles.cell}>
          <span>{t.lotGoods}</span>
          <GoodSelect
            label={t.lotGoods}
            value={lot.skuId || null}
            placeholder={t.chooseGoods}
            onChange={(skuId) => onChange({ ...lot, skuId })}
          />
        </div>
        <div className={styles.cell}>
          <span>{t.lotKind}</span>
          <Select
            aria-label={t.lotKind}
            value={lot.kind}
            options={KINDS.map((value) => ({ value, label: t[`lot_${value}`] }))}
            onChange={(kind) => onChange({ ...lot, kind })}
          />
        </div>
        <div className={styles.cell}>
          <span>{t.lotUnits}</span>
          <InputNumber
            aria-label={t.lotUnits}
            className={styles.full ?? ''}
            min={1}
            precision={0}
            value={lot.units}
            onChange={(units) => units !== null && onChange({ ...lot, units })}
          />
        </div>
        <div className={styles.cell}>
          <span>{t.lotPerBuyer}</span>
          <InputNumber
            aria-label={t.lotPerBuyer}
            className={styles.full ?? ''}
            min={1}
            precision={0}
            value={perBuyer ?? null}
            onChange={(most) => onChange(most === null ? rest : { ...rest, perBuyer: most })}
          />
        </div>
        <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.removeLot} ${index + 1}`} onClick={onRemove} />
      </div>
      {standing && <StandingLine standing={standing} />}
    </div>
  )
}

function StandingLine({ standing: { state, units, problem } }: { standing: Standing }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const said =
    units && t.lotCounts(format.count(units.sold), format.count(units.held + units.locked), format.count(units.free))
  return (
    <>
      <p className={lots.standing}>
        {t[`lot_${state}`]}
        {said && ` · ${said}`}
      </p>
      {problem && <p className={styles.wrong}>{problem[language]}</p>}
    </>
  )
}
