import { Input } from 'antd'
import { useState } from 'react'
import { currencySymbol } from '../../../format/money.ts'
import { moneyInputText, parseMoneyInput } from '../../../format/money-input.ts'
import { useLanguage } from '../../../locale/strings.ts'

type Props = { id?: string; disabled: boolean; currency: string; value: unknown; onChange?: (value: unknown) => void }

/**
 * An amount, typed in the currency's units and kept in minor units.
 * Text that is no amount stays on screen and goes to the form as it is, so that its rule can object.
 */
export function MoneyInput({ currency, value, onChange, ...rest }: Props) {
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const stored = typeof value === 'number' ? moneyInputText(value, currency) : typeof value === 'string' ? value : ''
  return (
    <Input
      {...rest}
      inputMode="decimal"
      prefix={currencySymbol({ currency, language })}
      value={typed ?? stored}
      onChange={(event) => {
        const text = event.target.value
        const minor = parseMoneyInput(text, currency)
        setTyped(text)
        onChange?.(minor === undefined ? text : minor)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
