import { useGoods } from '../../../promotions/use-goods.ts'
import styles from '../campaign.module.css'

/** An item by its name, as the shop's product list has it. */
export function ItemName({ store, itemId }: { store: string; itemId: string }) {
  const { goods } = useGoods(store, itemId)
  const title = goods.find(({ skuId }) => skuId === itemId)?.title
  return (
    <span>
      {title ?? itemId} {title && <span className={styles.note}>{itemId}</span>}
    </span>
  )
}
