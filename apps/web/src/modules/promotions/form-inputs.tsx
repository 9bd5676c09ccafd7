import { InstantInput } from '../admin/resources/instant-input.tsx'
import { MoneyInput } from '../admin/resources/money-input.tsx'

type Field<T> = { id?: string; value?: T; onChange?: (value: T | null) => void }

/** A moment in a form: what a form hands to its field, as the moment input wants it. */
export const FormInstant = ({ id, value, onChange }: Field<string>) => (
  <InstantInput
    {...(id ? { id } : {})}
    disabled={false}
    value={value ?? null}
    onChange={(instant) => onChange?.(instant)}
  />
)

/** An amount in a form, kept in fen. */
export const FormMoney = ({ id, value, onChange }: Field<number>) => (
  <MoneyInput
    {...(id ? { id } : {})}
    disabled={false}
    currency="CNY"
    value={value ?? null}
    onChange={(cents) => onChange?.(typeof cents === 'number' ? cents : null)}
  />
)
