import type { UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

/**
 * Sends a form that makes something once: Enter and the button together, or a second press while the next page is on its way,
 * make one and not two. After an error it can be sent again.
 */
export function useSendOnce<Output, Failure, Input>(mutation: UseMutationResult<Output, Failure, Input>) {
  const isSent = useRef(false)
  return (input: Input, onSuccess: (output: Output) => void): void => {
    if (isSent.current) return
    isSent.current = true
    mutation.mutate(input, {
      onSuccess,
      onError: () => {
        isSent.current = false
      },
    })
  }
}
