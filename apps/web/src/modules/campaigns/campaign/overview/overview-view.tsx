import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { FactsForm } from './facts-form.tsx'
import { MoveList } from './move-list.tsx'
import { PeopleForm } from './people-form.tsx'

/** What the campaign is, who does it, what happens when it goes wrong, and how it came to where it is. */
export default function OverviewView(props: CampaignProps) {
  const t = useStrings(strings)
  const { campaign } = props
  return (
    <div className={styles.columns}>
      <Card title={t.facts}>
        <FactsForm key={campaign.revision} {...props} />
      </Card>
      <div className={styles.side}>
        <Card title={t.people}>
          <PeopleForm key={campaign.revision} {...props} />
        </Card>
        <Card title={t.history}>
          <MoveList moves={campaign.moves} />
        </Card>
      </div>
    </div>
  )
}
