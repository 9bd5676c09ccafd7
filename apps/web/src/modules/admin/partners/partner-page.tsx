import type { PartnerDetail } from '@zhanggui/contract'
import { useParams } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ContractCard } from './contract-card.tsx'
import { RecordLinks } from './record-links.tsx'
import { strings } from './strings.ts'
import { usePartner } from './use-partners.ts'

const HEIGHT = 560

/** One partner as the shop sees it: score, renewal, contracts, and who of them looks at the workspace. */
export default function PartnerPage() {
  const t = useStrings(strings)
  const query = usePartner(useStoreId(), useParams().partner ?? '')
  return (
    <HeadedBody<PartnerDetail> query={query} height={HEIGHT} header={<PageHeader title={t.title} />}>
      {(partner) => <OnePartner detail={partner} />}
    </HeadedBody>
  )
}

function OnePartner({ detail }: { detail: PartnerDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { partner, score, contracts, proposal, people, currency } = detail
  return (
    <div className={stack.stack}>
      <PageHeader title={partner.name} lead={`${t[partner.kind]} · ${partner.code}`} actions={<RecordLinks />} />
      <FigureStrip label={partner.name}>
        <FigureTile label={t.score} value={score.score === null ? '–' : String(score.score)} exact={score.score}>
          <FigureWords>
            {t.kept} {format.count(score.kept)} · {t.missed} {format.count(score.missed)}
          </FigureWords>
        </FigureTile>
        <FigureTile label={t.proposal} value={t[proposal]}>
          <FigureWords>{t[`${proposal}Why`]}</FigureWords>
        </FigureTile>
        <FigureTile label={t.contractCount} value={format.count(contracts.length)} exact={contracts.length} />
        <FigureTile label={t.people} value={format.count(people.length)} exact={people.length}>
          <FigureWords>{people.length === 0 ? t.peopleHelp : people.join('、')}</FigureWords>
        </FigureTile>
      </FigureStrip>
      {contracts.map((contract) => (
        <ContractCard key={contract.number} contract={contract} currency={currency} mayAnswer={false} />
      ))}
    </div>
  )
}
