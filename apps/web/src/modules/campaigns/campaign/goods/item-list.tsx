import { Button } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { GoodSelect } from '../../../promotions/good-select.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { useSaveBody } from '../use-save-body.ts'
import { ItemName } from './item-name.tsx'

/** The goods of the campaign; each change is stored at once. */
export function ItemList({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const { save, error } = useSaveBody({ at, campaign })
  const { goods } = campaign.body
  const add = (itemId: string) =>
    goods.some((good) => good.itemId === itemId) ? undefined : save({ goods: [...goods, { itemId, role: 'hero' }] })
  return (
    <Card title={t.items} note={t.itemCount(format.count(goods.length))}>
      {mayWrite && <GoodSelect label={t.items} placeholder={t.itemsHelp} onChange={add} />}
      {error && <Problem compact error={error} />}
      <ul className={styles.list}>
        {goods.map(({ itemId }) => (
          <li key={itemId} className={styles.row}>
            <ItemName store={at.store} itemId={itemId} />
            {mayWrite && (
              <Button
                size="small"
                type="text"
                onClick={() => save({ goods: goods.filter((good) => good.itemId !== itemId) })}
              >
                {t.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
