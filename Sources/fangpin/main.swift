print("fangpin")
