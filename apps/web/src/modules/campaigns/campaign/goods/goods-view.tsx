import type { CampaignBody } from '@zhanggui/contract'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import link from '../../../../parts/link.module.css'
import { namedOnly } from '../../../../parts/named-only.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { PromotionState } from '../../../promotions/promotion-state.tsx'
import { useCatalogue, usePromotions } from '../../../promotions/use-promotions.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { ContactCard } from '../desk/contact-card.tsx'
import { EnrolmentCard } from '../desk/enrolment-card.tsx'
import { ReservoirCard } from '../desk/reservoir-card.tsx'
import { SlotCard } from '../desk/slot-card.tsx'
import { strings } from '../strings.ts'
import { useSaveBody } from '../use-save-body.ts'
import { ItemList } from './item-list.tsx'

/** What is sold, by which rules, in which events and places, and whether enough people were gathered for it. */
export default function GoodsView(props: CampaignProps) {
  const { campaign } = props
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <ItemList {...props} />
        <EnrolmentCard {...props} />
        <SlotCard {...props} />
        <ContactCard {...props} />
      </div>
      <div className={styles.side}>
        <Gameplay key={campaign.revision} {...props} />
        <ReservoirCard at={props.at} />
      </div>
    </div>
  )
}

type Values = Pick<CampaignBody, 'promotions' | 'mechanics'>

function Gameplay({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { save, isPending, error } = useSaveBody({ at, campaign })
  const known = usePromotions(at.store)
  const promotions = known.data ?? []
  const catalogue = useCatalogue()
  const presets = catalogue.data?.presets ?? []
  const { body } = campaign
  const [chosen, setChosen] = useState(body.promotions)
  const linked = promotions.filter(({ id }) => chosen.includes(id))
  return (
    <Card title={t.promotions}>
      <Form<Values>
        layout="vertical"
        disabled={!mayWrite}
        initialValues={{ promotions: body.promotions, mechanics: body.mechanics }}
        onFinish={save}
      >
        <Form.Item name="promotions" label={t.promotions}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            labelRender={namedOnly(known.isPending)}
            options={promotions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </Form.Item>
        <ul className={styles.list}>
          {linked.map(({ id, name, state }) => (
            <li key={id} className={styles.row}>
              <Link className={link.link} to={`/stores/${at.store}/promotions/${id}`}>
                {name}
              </Link>
              <PromotionState state={state} />
            </li>
          ))}
        </ul>
        <Form.Item name="mechanics" label={t.mechanics} extra={t.mechanicsHelp}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            labelRender={namedOnly(catalogue.isPending)}
            options={presets.map((preset) => ({ value: preset.id, label: preset[language] }))}
          />
        </Form.Item>
        {error && <Problem compact error={error} />}
        {mayWrite && (
          <Button htmlType="submit" type="primary" loading={isPending}>
            {t.save}
          </Button>
        )}
      </Form>
    </Card>
  )
}
