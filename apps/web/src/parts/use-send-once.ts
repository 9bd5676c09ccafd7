import type { UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

/**
 * Sends a form that makes something and then leads to it once: a second press while the next page is on its way makes no
 * second. (Two presses before the answer are one call anyway.) After an error it can be sent again.
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
