import { useState } from 'react'

/**
 * A text field whose value lives in the URL. The router takes changes over when it finds time, and until then the field would show
 * the old text and lose the letters that are typed meanwhile; so it keeps what is typed until the URL says the same.
 */
export function useTyped(value: string, onType: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  if (typed !== null && typed === value) setTyped(null)
  return {
    value: typed ?? value,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value)
      onType(target.value)
    },
    // What the URL did not take over, such as a text that it shortens, is let go with the field.
    onBlur: () => setTyped(null),
  }
}
