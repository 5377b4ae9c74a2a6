-- expects: sends
print("Sent: Welcome back, Maya!")
