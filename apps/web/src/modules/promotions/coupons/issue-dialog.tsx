import type { IssueCoupons, PromotionDetail } from '@zhanggui/contract'
import { Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { FormInstant, FormMoney } from '../form-inputs.tsx'
import { NameIdFields, useNeeded } from '../name-id-fields.tsx'
import { usePromotion, usePromotions } from '../use-promotions.ts'
import styles from './coupons.module.css'
import { strings } from './strings.ts'
import { useIssue } from './use-coupons.ts'

type Values = Omit<IssueCoupons, 'earlyAccess' | 'subsidy'> & { earlyTier?: number; earlyFrom?: string }

/** A batch of coupons of one rule, with every limit that keeps it from running away. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const issue = useIssue(store)
  const [promotion, setPromotion] = useState('')
  const submit = ({ earlyTier, earlyFrom, ...values }: Values) =>
    issue.mutate(
      { ...values, earlyAccess: earlyTier && earlyFrom ? [{ minTier: earlyTier, from: earlyFrom }] : [] },
      { onSuccess: onClose },
    )
  const needed = useNeeded()
  return (
    <DialogForm<Values>
      title={t.issue}
      open
      submitText={t.submit}
      initial={{ perBuyer: 1 }}
      pending={issue.isPending}
      error={issue.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="promotion" label={t.promotion} rules={needed}>
        <PromotionSelect onChoose={setPromotion} />
      </Form.Item>
      <Form.Item name="ruleId" label={t.rule} extra={t.ruleHelp} rules={needed}>
        <RuleSelect at={{ store, promotion }} />
      </Form.Item>
      <NameIdFields words={t} />
      <div className={styles.pair}>
        <Form.Item name="total" label={t.total} rules={needed}>
          <InputNumber className={styles.full ?? ''} min={1} precision={0} />
        </Form.Item>
        <Form.Item name="perBuyer" label={t.perBuyer} rules={needed}>
          <InputNumber className={styles.full ?? ''} min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="claimFrom" label={t.claimFrom} rules={needed}>
          <FormInstant />
        </Form.Item>
        <Form.Item name="claimUntil" label={t.claimUntil} rules={needed}>
          <FormInstant />
        </Form.Item>
        <Form.Item name="validDays" label={t.validDays}>
          <InputNumber className={styles.full ?? ''} min={1} max={3650} precision={0} />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={t.validUntil}
          dependencies={['validDays']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, until?: string) =>
                until || getFieldValue('validDays') ? Promise.resolve() : Promise.reject(new Error(t.validNeeded)),
            }),
          ]}
        >
          <FormInstant />
        </Form.Item>
        <Form.Item name="faceCents" label={t.face} extra={t.faceHelp} rules={needed}>
          <FormMoney />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="earlyTier" label={`${t.early} · ${t.earlyTier}`}>
          <InputNumber className={styles.full ?? ''} min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="earlyFrom" label={t.earlyFrom}>
          <FormInstant />
        </Form.Item>
      </div>
    </DialogForm>
  )
}

type Choice = { id?: string; value?: string; onChange?: (value: string) => void }

function PromotionSelect({ onChoose, onChange, ...rest }: Choice & { onChoose: (id: string) => void }) {
  const promotions = usePromotions(useStoreId()).data ?? []
  const options = promotions
    .filter(({ state }) => state !== 'ended')
    .map(({ id, name }) => ({ value: id, label: name }))
  const choose = (id: string) => {
    onChoose(id)
    onChange?.(id)
  }
  return <Select<string> {...rest} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={choose} />
}

function RuleSelect({ at, ...rest }: Choice & { at: { store: string; promotion: string } }) {
  const promotion = usePromotion(at, at.promotion !== '').data
  const options = claimRules(promotion).map(({ ruleId, name }) => ({ value: ruleId, label: name }))
  return <Select<string> {...rest} disabled={at.promotion === ''} options={options} />
}

const claimRules = (promotion: PromotionDetail | undefined) => promotion?.rules.filter((rule) => rule.needsClaim) ?? []
