import type { PromotionDetail } from '@zhanggui/contract'
import { useParams } from 'react-router'
import { PageTitle } from '../../../app/page-title.tsx'
import { useStoreId } from '../../../app/use-store-id.ts'
import { HeadedBody } from '../../../parts/panel.tsx'
import { type PromotionAt, usePromotion } from '../use-promotions.ts'
import { Designer } from './designer.tsx'

const HEIGHT = 720

/** One promotion: its rules beside a cart that is priced while they are typed, its check, its history. */
export default function PromotionPage() {
  const at: PromotionAt = { store: useStoreId(), promotion: useParams().promotion ?? '' }
  return (
    <HeadedBody<PromotionDetail> header={<PageTitle />} query={usePromotion(at)} height={HEIGHT}>
      {(promotion) => <Designer key={promotion.version} at={at} promotion={promotion} />}
    </HeadedBody>
  )
}
