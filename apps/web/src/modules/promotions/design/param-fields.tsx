import type { PromotionRule } from '@zhanggui/contract'
import { Form } from 'antd'
import { useLanguage } from '../../../locale/strings.ts'
import styles from './fields.module.css'
import { ParamInput } from './param-input.tsx'
import { paramKind } from './param-kind.ts'
import { paramName } from './param-names.ts'
import type { Preset } from './rule-from-preset.ts'

type Props = {
  rule: PromotionRule
  fields: Preset['fields']
  onChange: (params: PromotionRule['params']) => void
}

/** The figures of the mechanic: what its preset declares, then whatever else the rule holds. */
export function ParamFields({ rule: { ruleId, params }, fields, onChange }: Props) {
  const language = useLanguage()
  const declared = fields.map(({ key }) => key)
  const keys = [...declared, ...Object.keys(params).filter((key) => !declared.includes(key))]
  return (
    <div className={styles.grid}>
      {keys.map((key) => {
        const field = fields.find((f) => f.key === key)
        const example = field?.example ?? params[key]
        const kind = paramKind(key, example, field?.kind)
        const id = `${ruleId}-${key}`
        return (
          <Form.Item
            key={key}
            htmlFor={id}
            label={field?.[language] ?? paramName(key, language)}
            required={field?.required ?? false}
            className={kind === 'rows' || kind === 'skus' || kind === 'words' ? (styles.wide ?? '') : ''}
          >
            <ParamInput
              id={id}
              kind={kind}
              example={example}
              value={params[key]}
              onChange={(value) => onChange(withParam(params, key, value))}
            />
          </Form.Item>
        )
      })}
    </div>
  )
}

function withParam(params: PromotionRule['params'], key: string, value: unknown): PromotionRule['params'] {
  const { [key]: _old, ...rest } = params
  return value === undefined || value === null ? rest : { ...params, [key]: value }
}
