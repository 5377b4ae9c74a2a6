-- expects: sends
print("Sent: welcome, Maya!")
