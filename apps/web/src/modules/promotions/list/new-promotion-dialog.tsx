import { Form, Select } from 'antd'
import { useNavigate } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { useSendOnce } from '../../../parts/use-send-once.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { familiesOf } from '../design/preset-families.ts'
import { ruleFromPreset } from '../design/rule-from-preset.ts'
import { NameField, useNeeded } from '../name-id-fields.tsx'
import { useCatalogue, useCreatePromotion } from '../use-promotions.ts'
import { type Window, WindowFields } from '../window-fields.tsx'
import { strings } from './strings.ts'

type Values = Window & { name: string; preset: string }

/** Name, time and the mechanic to begin with; everything else is set beside the cart. */
export function NewPromotionDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const language = useLanguage()
  const navigate = useNavigate()
  const create = useCreatePromotion(store)
  const send = useSendOnce(create)
  const presets = useCatalogue().data?.presets ?? []
  const submit = ({ preset: id, ...values }: Values) => {
    const preset = presets.find((p) => p.id === id)
    if (!preset) return
    send(
      { ...values, rules: [ruleFromPreset(preset, { taken: [], language })] },
      ({ id: promotion }) => void navigate(`/stores/${store}/promotions/${promotion}`),
    )
  }
  const needed = useNeeded()
  return (
    <DialogForm<Values>
      title={t.create}
      open
      submitText={t.submit}
      pending={create.isPending}
      error={create.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField label={t.newName} extra={t.newNameHelp} isFirst />
      <WindowFields />
      <Form.Item name="preset" label={t.start} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={familiesOf(presets, language).map(({ name, presets: own }) => ({
            label: name,
            options: own.map((preset) => ({ value: preset.id, label: preset[language] })),
          }))}
        />
      </Form.Item>
    </DialogForm>
  )
}
