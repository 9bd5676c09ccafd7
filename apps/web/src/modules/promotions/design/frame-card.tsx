import { Form, Input, Select } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { namedOnly } from '../../../parts/named-only.ts'
import { InstantInput } from '../../admin/resources/instant-input.tsx'
import { MoneyInput } from '../../admin/resources/money-input.tsx'
import { useCatalogue } from '../use-promotions.ts'
import styles from './fields.module.css'
import type { DraftProps } from './rules-view.tsx'
import { strings } from './strings.ts'

/** What holds for all rules together: name, time, order of discounts, budget. */
export function FrameCard({ draft, change }: DraftProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const catalogue = useCatalogue()
  const pipelines = catalogue.data?.pipelines ?? []
  return (
    <Card>
      <Form layout="vertical" component="div">
        <div className={styles.grid}>
          <Form.Item label={t.name} htmlFor="promotion-name" className={styles.wide ?? ''}>
            <Input
              id="promotion-name"
              value={draft.name}
              maxLength={200}
              onChange={({ target }) => change((now) => ({ ...now, name: target.value }))}
            />
          </Form.Item>
          <Form.Item label={t.from} htmlFor="promotion-from">
            <InstantInput
              id="promotion-from"
              disabled={false}
              value={draft.from}
              onChange={(from) => from && change((now) => ({ ...now, from }))}
            />
          </Form.Item>
          <Form.Item label={t.until} htmlFor="promotion-until">
            <InstantInput
              id="promotion-until"
              disabled={false}
              value={draft.until}
              onChange={(until) => until && change((now) => ({ ...now, until }))}
            />
          </Form.Item>
          <Form.Item label={t.pipeline} htmlFor="promotion-pipeline">
            <Select
              id="promotion-pipeline"
              value={draft.pipeline}
              labelRender={namedOnly(catalogue.isPending)}
              options={pipelines.map((pipeline) => ({ value: pipeline.id, label: pipeline[language] }))}
              onChange={(pipeline: string) => change((now) => ({ ...now, pipeline }))}
            />
          </Form.Item>
          <Form.Item label={t.budget} htmlFor="promotion-budget" extra={t.budgetHelp}>
            <MoneyInput
              id="promotion-budget"
              disabled={false}
              currency="CNY"
              value={draft.budgetCents}
              onChange={(value) =>
                change((now) => ({ ...now, budgetCents: typeof value === 'number' && value > 0 ? value : null }))
              }
            />
          </Form.Item>
        </div>
      </Form>
    </Card>
  )
}
