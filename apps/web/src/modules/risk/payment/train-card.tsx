import type { RiskStanding } from '@zhanggui/contract'
import { Button, Form, Input, InputNumber } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { useTrain } from './use-risk.ts'

const FORM = { gap: 12 }

type Values = { verifyPercent: number; denyPercent: number; reason: string }

/** As the engine's own defaults: of 50 honest buyers one is checked and of 2,000 one refused. */
const INITIAL = { verifyPercent: 2, denyPercent: 0.05 }

/** Learns the next version; how many honest buyers it may trouble is the shop's decision. */
export function TrainCard({ standing: { needFrauds, needOrders } }: { standing: RiskStanding }) {
  const t = useStrings(strings)
  const format = useFormat()
  const training = useTrain(useStoreId())
  if (!usePermissions().includes('plan:write')) return null
  const send = ({ verifyPercent, denyPercent, reason }: Values) =>
    training.mutate({ verifyShareMax: verifyPercent / 100, denyShareMax: denyPercent / 100, reason })
  const share = (name: keyof Values, label: string) => (
    <Form.Item name={name} label={`${label}（${t.shareOfHonest}）`} rules={[{ required: true }]}>
      <InputNumber min={0} max={50} step={0.05} />
    </Form.Item>
  )
  return (
    <Card title={t.train} note={t.trainNote(format.count(needFrauds), format.count(needOrders))}>
      <Form<Values> layout="inline" style={FORM} initialValues={INITIAL} onFinish={send}>
        {share('verifyPercent', t.verifyShare)}
        {share('denyPercent', t.denyShare)}
        <Form.Item name="reason" label={t.reasonOf} rules={[{ required: true }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Button htmlType="submit" loading={training.isPending}>
          {t.train}
        </Button>
      </Form>
      {training.error && <Problem error={training.error} compact />}
    </Card>
  )
}
