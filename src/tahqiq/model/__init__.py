"""What flows through Tahqiq: frozen, slotted values whose wrong states cannot be made."""
