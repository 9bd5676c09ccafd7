import { DeleteOutlined } from '@ant-design/icons'
import type { PromotionRule } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { useCatalogue } from '../use-promotions.ts'
import { ConditionFields } from './condition-fields.tsx'
import styles from './fields.module.css'
import { GoodsField } from './goods-field.tsx'
import { ParamFields } from './param-fields.tsx'
import { presetOf } from './preset-of.ts'
import { setField } from './promotion-draft.ts'
import { strings } from './strings.ts'

type Props = {
  rule: PromotionRule
  pipeline: string
  onChange: (rule: PromotionRule) => void
  onRemove: () => void
}

/** One rule: what it promises, on what, for whom, at whose cost. */
export function RuleCard({ rule, pipeline, onChange, onRemove }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const catalogue = useCatalogue().data
  const preset = presetOf(catalogue?.presets ?? [], rule)
  const mechanic = catalogue?.mechanics.find((m) => m.mechanic === rule.mechanic)
  const levels = catalogue?.pipelines.find(({ id }) => id === pipeline)?.levels ?? []
  const level = levels.find((l) => l.level === (rule.level ?? mechanic?.level))
  return (
    <Card
      title={preset?.[language] ?? mechanic?.[language] ?? (catalogue ? rule.mechanic : NO_VALUE)}
      note={level && `${t.level} · ${level[language]}`}
      extra={
        <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.removeRule} ${rule.name}`} onClick={onRemove} />
      }
    >
      {preset && <p className={styles.about}>{language === 'zh' ? preset.aboutZh : preset.aboutEn}</p>}
      <Form layout="vertical" component="div">
        <Form.Item label={t.ruleName} htmlFor={`name-${rule.ruleId}`}>
          <Input
            id={`name-${rule.ruleId}`}
            value={rule.name}
            maxLength={200}
            onChange={({ target }) => onChange({ ...rule, name: target.value })}
          />
        </Form.Item>
        <ParamFields rule={rule} fields={preset?.fields ?? []} onChange={(params) => onChange({ ...rule, params })} />
        <GoodsField rule={rule} onChange={(scope) => onChange(setField(rule, 'scope', scope))} />
        <ConditionFields rule={rule} levels={levels} onChange={onChange} />
      </Form>
    </Card>
  )
}
